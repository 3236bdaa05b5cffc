package dev.sarkhat.change;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One committed change of one entity: all that one transaction did to it.
 *
 * @param number its place in the order of commits; numbers have gaps
 * @param kind what the entity is
 * @param entityId the entity's number
 * @param operation whether the entity is there after it
 * @param version the entity's revision after it; null for kinds that have none
 * @param takedown whether something that readers could see must not be shown any longer, not even
 *     in an emergency
 * @param tags what the change touches, before or after it; see {@link ChangeTags}
 * @param at when it was committed, by the database's clock
 */
public record Change(
    long number,
    EntityKind kind,
    long entityId,
    Operation operation,
    @Nullable Integer version,
    boolean takedown,
    List<String> tags,
    Instant at) {

  /** Whether an entity is there after a change. */
  public enum Operation {
    /** It was created or changed. */
    UPSERT("upsert"),
    /** It is gone. */
    DELETE("delete");

    private final String value;

    Operation(String value) {
      this.value = value;
    }

    /** The name of the operation in the change log. */
    public String value() {
      return value;
    }
  }
}
