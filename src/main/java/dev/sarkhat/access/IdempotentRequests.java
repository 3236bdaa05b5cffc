package dev.sarkhat.access;

import dev.sarkhat.json.JsonFields;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers a request that was sent before with the answer that it got then. */
@Idempotent
@Interceptor
// Within the transaction.
@Priority(Interceptor.Priority.APPLICATION)
class IdempotentRequests {

  private final CurrentVertxRequest current;
  private final Caller caller;
  private final KeptAnswers answers;

  @Inject
  IdempotentRequests(CurrentVertxRequest current, Caller caller, KeptAnswers answers) {
    this.current = current;
    this.caller = caller;
    this.answers = answers;
  }

  @AroundInvoke
  Object once(InvocationContext call) throws Exception {
    HttpServerRequest request = Objects.requireNonNull(current.getCurrent()).request();
    String key = IdempotencyKey.of(request);
    if (key == null) {
      return call.proceed();
    }
    long principal = caller.principal().id();
    byte[] fingerprint = fingerprint(request, call.getParameters());
    RestResponse<?> before = answers.begin(principal, key, fingerprint);
    if (before != null) {
      return before;
    }
    RestResponse<?> answer = (RestResponse<?>) call.proceed();
    answers.keep(principal, key, caller.permissions(), answer);
    return answer;
  }

  /** What makes two requests the same: the method, the address, and what they say. */
  private static byte[] fingerprint(HttpServerRequest request, Object[] parameters) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      add(sha256, request.method().name());
      add(sha256, request.uri());
      add(sha256, String.valueOf(request.getHeader("If-Match")));
      for (Object parameter : parameters) {
        if (parameter instanceof JsonFields body) {
          sha256.update(body.canonical());
        }
      }
      return sha256.digest();
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java platform has SHA-256", missing);
    }
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }
}
