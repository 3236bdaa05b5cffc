/**
 * Tells content delivery networks what to forget after a change: Fastly, Cloudflare, Varnish.
 *
 * <p>The decision embodied here: a purge is not fired and forgotten. Each network that is purged
 * has a position in the change log, kept in the database and moved only after the network has
 * accepted the purge; a network that was out of reach, or a process that died, costs a delay and
 * never a stale page. A purge may be sent twice. The tags of a change are the tags of the answers
 * that it touches, so nothing is worked out here.
 *
 * <p>Everything is purged a second time, a little later: an outer tier of a network may have filled
 * itself again from an inner one that was purged after it, or from a node of ours that had not
 * heard of the change yet. The second pass is a second position in the same log.
 */
@NullMarked
package dev.sarkhat.purge;

import org.jspecify.annotations.NullMarked;
