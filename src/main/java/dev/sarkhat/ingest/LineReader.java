package dev.sarkhat.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads the bytes of a line: strict UTF-8 (RFC 3629), strict JSON (RFC 8259) with every key once,
 * then the fields of its kind. It is not for several threads at once.
 */
final class LineReader {

  /** How deep a line's JSON may nest. */
  static final int MAXIMUM_NESTING = 50;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAXIMUM_NESTING)
                          // Each field has a limit of its own.
                          .maxStringLength(LineSplitter.MAXIMUM_LENGTH)
                          .maxNameLength(1_000)
                          .maxNumberLength(100)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

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
    String text = decoded(bytes);
    ObjectNode object = object(text);
    refuseIfAny(StorableJson.errors(object), object);
    if (!object.has("kind")) {
      object.put("kind", "article");
    }
    LineObject fields = new LineObject(object);
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

  private ImportLine content(LineObject fields) {
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

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException malformed) {
      throw new LineRefusedException("", "the line is not UTF-8");
    }
  }

  private static ObjectNode object(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      return object(parser);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static ObjectNode object(JsonParser parser) throws IOException {
    try {
      JsonNode node = JSON.readTree(parser);
      if (parser.nextToken() != null) {
        throw new LineRefusedException("", "something follows the JSON object");
      }
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw new LineRefusedException("", "the line is not a JSON object");
    } catch (MismatchedInputException twice) {
      throw new LineRefusedException(
          parser.getParsingContext().pathAsPointer().toString(), "is there twice");
    } catch (StreamConstraintsException excessive) {
      throw new LineRefusedException(
          parser.getParsingContext().pathAsPointer().toString(),
          "nests deeper than "
              + MAXIMUM_NESTING
              + ", or has a key of over 1000 characters or a number of over 100 digits");
    } catch (JsonProcessingException malformed) {
      throw new LineRefusedException(
          "", "the line is not JSON, from column " + malformed.getLocation().getColumnNr() + " on");
    }
  }

  /** The SHA-256 of the object with its keys in order, so that their order does not count. */
  private static String digest(ObjectNode object) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(JSON.writeValueAsBytes(object)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java platform has SHA-256", missing);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
