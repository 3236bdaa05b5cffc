package dev.sarkhat.access;

import org.jspecify.annotations.Nullable;

/**
 * What the policy wants to know of a thing.
 *
 * @param sectionId where it stands
 * @param creatorId who made it; null where nobody is known to have
 * @param draft whether it is still its writer's to change
 */
public record Placement(long sectionId, @Nullable Long creatorId, boolean draft) {

  /** A place where something is to be put that the caller makes. */
  public static Placement ofNew(long sectionId, Caller caller) {
    return new Placement(sectionId, caller.principal().id(), true);
  }
}
