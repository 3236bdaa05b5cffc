package dev.sarkhat.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.json.FieldError;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.json.StorableJson;
import java.util.List;

/**
 * A JSON Merge Patch (RFC 7396): members replace those of the target, null removes one, objects are
 * merged, arrays replaced.
 */
public final class MergePatch {

  /** The patch's media type. */
  public static final String MEDIA_TYPE = "application/merge-patch+json";

  private final ObjectNode patch;

  MergePatch(ObjectNode patch) {
    this.patch = patch;
  }

  /** The problem of a partial change whose body is something else, or does not say what it is. */
  static ProblemException unsupported() {
    return ProblemException.of(
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        "A partial change is a JSON Merge Patch: send it with Content-Type: " + MEDIA_TYPE + ".");
  }

  /** Whether the patch says anything of a member of the target. */
  public boolean names(String member) {
    return patch.has(member);
  }

  /**
   * The target with the patch applied, to be read as if it had been sent whole.
   *
   * @param target what is there; it stays as it is
   * @throws ProblemException 400 if the result cannot be stored
   */
  public JsonFields applyTo(ObjectNode target) {
    ObjectNode merged = merge(target.deepCopy(), patch);
    List<FieldError> errors = StorableJson.errors(merged);
    if (!errors.isEmpty()) {
      throw ProblemException.ofBody(errors);
    }
    return new JsonFields(merged);
  }

  private static ObjectNode merge(ObjectNode target, ObjectNode patch) {
    for (var member : patch.properties()) {
      JsonNode value = member.getValue();
      if (value.isNull()) {
        target.remove(member.getKey());
      } else if (value instanceof ObjectNode object) {
        JsonNode present = target.get(member.getKey());
        target.set(
            member.getKey(),
            merge(present instanceof ObjectNode there ? there : target.objectNode(), object));
      } else {
        target.set(member.getKey(), value);
      }
    }
    return target;
  }
}
