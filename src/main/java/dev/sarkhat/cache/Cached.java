package dev.sarkhat.cache;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The answers of a public resource method are kept by the response cache. Whatever they show must
 * be told to {@link Rendering}, and its instant must be used for all that depends on time.
 *
 * <p>A method that produces {@code *}{@code /*} answers a {@link Document}, whose address alone
 * names its form: {@code Accept} is not asked.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Cached {

  /** How long others may keep them. */
  CachePolicy value();

  /**
   * Whether {@code Accept} may lead elsewhere: the same is there in other forms, at addresses of
   * their own. Shared caches are told so by {@code Vary}.
   */
  boolean negotiated() default false;
}
