package dev.sarkhat.json;

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

/**
 * Reads bytes as one JSON object: strict UTF-8 (RFC 3629), strict JSON (RFC 8259), every key once,
 * nothing behind it. Numbers keep every digit.
 */
public final class StrictJson {

  /** How deep JSON may nest. */
  public static final int MAXIMUM_NESTING = 50;

  /** The longest text, in UTF-16 code units. Each field has a limit of its own. */
  public static final int MAXIMUM_TEXT = 4 * 1024 * 1024;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAXIMUM_NESTING)
                          .maxStringLength(MAXIMUM_TEXT)
                          .maxNameLength(1_000)
                          .maxNumberLength(100)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private StrictJson() {}

  /**
   * The text that the bytes are.
   *
   * @param subject what the bytes are called in a refusal, such as "the line"
   * @throws JsonRefusedException if they are not UTF-8
   */
  public static String text(byte[] bytes, String subject) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException malformed) {
      throw new JsonRefusedException("", subject + " is not UTF-8");
    }
  }

  /**
   * The object that the text is.
   *
   * @param subject what the text is called in a refusal, such as "the line"
   * @throws JsonRefusedException if it is none
   */
  public static ObjectNode object(String text, String subject) {
    try (JsonParser parser = JSON.createParser(text)) {
      return object(parser, subject);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static ObjectNode object(JsonParser parser, String subject) throws IOException {
    try {
      JsonNode node = JSON.readTree(parser);
      if (parser.nextToken() != null) {
        throw new JsonRefusedException("", "something follows the JSON object");
      }
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw new JsonRefusedException("", subject + " is not a JSON object");
    } catch (MismatchedInputException twice) {
      throw new JsonRefusedException(pointer(parser), "is there twice");
    } catch (StreamConstraintsException excessive) {
      throw new JsonRefusedException(
          pointer(parser),
          "nests deeper than "
              + MAXIMUM_NESTING
              + ", or has a key of over 1000 characters or a number of over 100 digits");
    } catch (NumberFormatException immense) {
      throw new JsonRefusedException(pointer(parser), "is a number out of range");
    } catch (JsonProcessingException malformed) {
      throw new JsonRefusedException(
          "",
          subject
              + " is not JSON, from column "
              + malformed.getLocation().getColumnNr()
              + " of line "
              + malformed.getLocation().getLineNr()
              + " on");
    }
  }

  private static String pointer(JsonParser parser) {
    return parser.getParsingContext().pathAsPointer().toString();
  }

  /** The object's bytes with the keys in order: equal objects have equal bytes. */
  public static byte[] canonical(ObjectNode object) {
    try {
      return JSON.writeValueAsBytes(object);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
