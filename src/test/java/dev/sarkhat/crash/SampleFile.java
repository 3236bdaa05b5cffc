package dev.sarkhat.crash;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * A file to import that has something of everything whose order counts: new names in every batch,
 * versions of articles, references ahead, and lines that are refused.
 */
final class SampleFile {

  private SampleFile() {}

  /** The file, packed by gzip. */
  static byte[] of(int lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(bytes)) {
      for (int number = 0; number < lines; number++) {
        packed.write(line(number).getBytes(StandardCharsets.UTF_8));
        packed.write('\n');
      }
    }
    return bytes.toByteArray();
  }

  private static String line(int number) {
    if (number % 41 == 7) {
      return "{\"title\": \"بی\u200Cسرانجام %s\", \"typ\": \"news\"}".replace("%s", "" + number);
    }
    // Now and then another version of an article that has been.
    int article = number % 29 == 28 ? number - 20 : number;
    return """
        {"externalId": "n%a", "title": "خبر %n", "lead": "لید %n", "body": "<p>متن %n</p>",
         "section": "بخش %s", "subsection": "زیربخش %g", "source": "منبع",
         "tags": ["برچسب %t", "برچسب %g", "مشترک"], "related": ["n%r"],
         "contributors": [{"name": "نویسنده %g", "role": "reporter"}], "path": "/old/%a.html"}
        """
        .replace("\n", "")
        .replace("%a", "" + article)
        .replace("%n", "" + number)
        .replace("%s", "" + number % 7)
        .replace("%t", "" + number)
        .replace("%g", "" + number / 50)
        .replace("%r", "" + (number + 3));
  }
}
