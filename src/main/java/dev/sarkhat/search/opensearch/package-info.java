/**
 * The search index in an OpenSearch cluster (3 or newer), which all processes share.
 *
 * <p>The decision embodied here: one process writes, the one that has the lead, and every document
 * bears the number of the change that it is of, so that a writer that has lost the lead without
 * noticing cannot undo what its successor wrote. The position in the change log is written after
 * the documents can be found; a crash in between only repeats some changes. An index is never
 * altered but built anew beside the one that answers, and takes its place in one step.
 */
@NullMarked
package dev.sarkhat.search.opensearch;

import org.jspecify.annotations.NullMarked;
