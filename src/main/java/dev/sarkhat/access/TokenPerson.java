package dev.sarkhat.access;

import dev.sarkhat.text.StorableText;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * A person as a token names them (OpenID Connect Core 1.0, section 2).
 *
 * @param issuer who knows them
 * @param subject what the issuer calls them, for good
 * @param name what people call them
 */
record TokenPerson(String issuer, String subject, String name) {

  private static final int LONGEST = 1000;

  /** The person; empty where the token does not name one so that they can be known again. */
  static Optional<TokenPerson> of(JsonWebToken token) {
    String issuer = token.getIssuer();
    String subject = token.getSubject();
    if (!isStorable(issuer) || !isStorable(subject)) {
      return Optional.empty();
    }
    String name =
        token
            .<Object>claim("name")
            .or(() -> token.claim("preferred_username"))
            .map(Object::toString)
            .filter(TokenPerson::isStorable)
            .orElse(subject);
    return Optional.of(new TokenPerson(issuer, subject, cut(name)));
  }

  private static boolean isStorable(@Nullable String text) {
    return text != null
        && !text.isBlank()
        && text.length() <= LONGEST
        && StorableText.firstOffence(text).isEmpty();
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= StoredPrincipal.NAME_LENGTH
        ? name
        : name.substring(0, name.offsetByCodePoints(0, StoredPrincipal.NAME_LENGTH));
  }
}
