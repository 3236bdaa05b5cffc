package dev.sarkhat.access;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a request with an {@code Idempotency-Key} happen once, however often it is sent (IETF
 * draft-ietf-httpapi-idempotency-key-header). The answer is kept in the transaction of the write:
 * it is there if and only if the write is, so whoever does not know whether a request arrived sends
 * it again and gets the one answer. What failed left nothing behind, and may be tried again.
 *
 * <p>It goes on methods of resources that are {@code @Transactional} and answer with a {@code
 * RestResponse}.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
