package dev.sarkhat.purge;

import java.util.UUID;

/**
 * Up to where in the change log a network has accepted the purges.
 *
 * @param epoch which feed the number belongs to
 * @param number the number of the last change
 */
record PurgePosition(UUID epoch, long number) {}
