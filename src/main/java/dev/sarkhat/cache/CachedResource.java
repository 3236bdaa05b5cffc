package dev.sarkhat.cache;

import dev.sarkhat.http.DeclaredParameters;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A resource whose answers are kept. */
final class CachedResource {

  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

  private final List<Segment> template;
  private final CachePolicy policy;
  private final AnswerChoice choice;
  private final DeclaredParameters parameters;

  /**
   * Describes a resource.
   *
   * @param template its path, with variables in braces that stand for a segment or a part of one
   */
  CachedResource(
      String template, CachePolicy policy, AnswerChoice choice, DeclaredParameters parameters) {
    this.template = Stream.of(template.split("/", -1)).map(Segment::of).toList();
    this.policy = policy;
    this.choice = choice;
    this.parameters = parameters;
  }

  CachePolicy policy() {
    return policy;
  }

  AnswerChoice choice() {
    return choice;
  }

  int variables() {
    return (int) template.stream().filter(segment -> segment.pattern() != null).count();
  }

  /** How many characters of its path are spelled out. */
  int spelledOut() {
    return template.stream().mapToInt(Segment::spelledOut).sum();
  }

  /**
   * A part of the path between two slashes.
   *
   * @param text as it stands in the template, without the variables
   * @param pattern what it must be like; null where it is spelled out
   */
  private record Segment(String text, @Nullable Pattern pattern) {

    static Segment of(String segment) {
      String text = VARIABLE.matcher(segment).replaceAll("");
      if (text.length() == segment.length()) {
        return new Segment(text, null);
      }
      // Texts and variables take turns, as Jakarta REST reads them (section 3.4).
      String pattern =
          Stream.of(VARIABLE.split(segment, -1))
              .map(Pattern::quote)
              .collect(Collectors.joining(".+?"));
      return new Segment(text, Pattern.compile(pattern, Pattern.DOTALL));
    }

    int spelledOut() {
      return text.length();
    }

    boolean matches(String given) {
      return pattern == null ? text.equals(given) : pattern.matcher(given).matches();
    }
  }

  boolean matches(List<String> segments) {
    if (segments.size() != template.size()) {
      return false;
    }
    for (int i = 0; i < template.size(); i++) {
      if (!template.get(i).matches(segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The one name of all addresses that this resource answers alike.
   *
   * @param path the path as it stands in the request
   * @param query the query as it stands in the request, or null
   * @return null where the resource would refuse the query
   */
  @Nullable String key(String path, @Nullable String query) {
    return parameters.canonicalAddress(path, query);
  }
}
