package dev.sarkhat.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.json.FieldError;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.json.JsonRefusedException;
import dev.sarkhat.json.StorableJson;
import dev.sarkhat.json.StrictJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Reads the bytes of a line: one JSON object, then the fields of its kind. */
final class LineReader {

  private static final String SUBJECT = "the line";

  private final ArticleLineReader articles = new ArticleLineReader();
  private final NewsroomLineReader newsroom = new NewsroomLineReader();

  /**
   * What the line says.
   *
   * @param line its number and its bytes, at most {@link LineSplitter#MAXIMUM_LENGTH}
   * @throws LineRefusedException naming everything that is wrong with it
   */
  ReceivedLine read(LineSplitter.Line line) {
    byte[] bytes = line.bytes();
    if (bytes == null) {
      throw new LineRefusedException(
          "", "the line is longer than " + LineSplitter.MAXIMUM_LENGTH + " bytes");
    }
    String text;
    ObjectNode object;
    try {
      text = StrictJson.text(bytes, SUBJECT);
      object = StrictJson.object(text, SUBJECT);
    } catch (JsonRefusedException refused) {
      throw new LineRefusedException(refused.errors(), null);
    }
    refuseIfAny(StorableJson.errors(object), object);
    if (!object.has("kind")) {
      object.put("kind", "article");
    }
    JsonFields fields = new JsonFields(object);
    ImportLine content = content(fields);
    fields.refuseUnknown();
    refuseIfAny(fields.errors(), object);
    return new ReceivedLine(line.number(), content, digest(object), text);
  }

  private static void refuseIfAny(List<FieldError> errors, ObjectNode object) {
    if (!errors.isEmpty()) {
      throw new LineRefusedException(errors, object.path("externalId").textValue());
    }
  }

  /** Whether the line holds nothing but JSON's white space. */
  static boolean isBlank(LineSplitter.Line line) {
    byte[] bytes = line.bytes();
    if (bytes == null) {
      return false;
    }
    for (byte each : bytes) {
      if (each != ' ' && each != '\t' && each != '\r') {
        return false;
      }
    }
    return true;
  }

  private ImportLine content(JsonFields fields) {
    String kind = fields.text("kind", 100);
    return switch (kind == null ? "" : kind) {
      case "article" -> articles.read(fields);
      case "section" -> newsroom.section(fields);
      case "tag" -> newsroom.tag(fields);
      case "source" -> newsroom.source(fields);
      case "contributor" -> newsroom.contributor(fields);
      case "menu" -> newsroom.menu(fields);
      default ->
          throw new LineRefusedException(
              "/kind", "is none of section, tag, source, contributor, menu, article");
    };
  }

  /** The SHA-256 of the object with its keys in order, so that their order does not count. */
  private static String digest(ObjectNode object) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(StrictJson.canonical(object)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java platform has SHA-256", missing);
    }
  }
}
