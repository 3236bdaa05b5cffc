package dev.sarkhat.ingest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who saves the articles of a batch, and when.
 *
 * @param by the number of the principal who sent the import; null at the command line, and where
 *     they have been removed since
 */
record Saving(Instant at, @Nullable Long by) {}
