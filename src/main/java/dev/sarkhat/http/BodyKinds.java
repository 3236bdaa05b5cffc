package dev.sarkhat.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.PushbackInputStream;

/**
 * Refuses bodies that do not say what they are, which Jakarta REST would take for what the resource
 * takes, and those that were packed for the way (RFC 9110, section 8.4), which nothing here
 * unpacks.
 */
@Provider
class BodyKinds implements ReaderInterceptor {

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    String coding = context.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING);
    if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
      throw refused("The resource takes no body with a Content-Encoding.");
    }
    if (context.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE) == null) {
      PushbackInputStream body = new PushbackInputStream(context.getInputStream());
      int first = body.read();
      if (first >= 0) {
        throw context.getType() == MergePatch.class
            ? MergePatch.unsupported()
            : refused("The body does not say what it is: send its Content-Type.");
      }
      context.setInputStream(body);
    }
    return context.proceed();
  }

  private static ProblemException refused(String detail) {
    return ProblemException.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail);
  }
}
