package dev.sarkhat.ingest;

import dev.sarkhat.json.FieldFormat;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.text.StorableText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The paths under which something stood before: decoded as they are stored, encoded in a file. */
final class OldPaths {

  private static final int MOST = 1_000;

  /** The longest path, with each of its bytes encoded. */
  private static final int LENGTH = 3 * FieldFormat.URL_LENGTH;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private OldPaths() {}

  /** The paths of a line, which are in {@code paths} or, where it is one, in {@code path}. */
  static List<String> read(JsonFields fields) {
    List<String> decoded = new ArrayList<>();
    String path = fields.path("path");
    if (path != null) {
      decoded.add(decoded(fields, "path", path));
    }
    for (String each : fields.texts("paths", MOST, LENGTH)) {
      if (!FieldFormat.isPath(each) && fields.errors().isEmpty()) {
        fields.refuse(
            "paths", "holds what is no path: it begins with one slash and holds no space");
      }
      decoded.add(decoded(fields, "paths", each));
    }
    return decoded.stream().distinct().toList();
  }

  private static String decoded(JsonFields fields, String field, String path) {
    String decoded = FieldFormat.decodedPath(path);
    if (StorableText.firstOffence(decoded).isPresent()) {
      fields.refuse(field, "holds a character that cannot be stored, percent-encoded");
    }
    return decoded;
  }

  /** The path so that reading it gives it back: what is special is percent-encoded. */
  static String encoded(String path) {
    StringBuilder encoded = new StringBuilder();
    path.codePoints()
        .forEach(
            each -> {
              boolean second = encoded.length() == 1;
              if (each == '%'
                  || each == '\\'
                  || (second && each == '/')
                  || FieldFormat.isBlank(Character.toString(each))) {
                for (byte part : Character.toString(each).getBytes(StandardCharsets.UTF_8)) {
                  encoded.append('%').append(HEX.toHexDigits(part));
                }
              } else {
                encoded.appendCodePoint(each);
              }
            });
    // Reading takes one slash from the end.
    return encoded + (path.length() > 1 && path.endsWith("/") ? "/" : "");
  }
}
