/**
 * Holds the application to its word: what it has acknowledged is kept, whatever dies when. Clients
 * write down what they ask for before they send it and what they were told after, the application
 * or its PostgreSQL is killed at random moments, and then what is there is compared with what was
 * told.
 *
 * <p>A few rounds run with {@code ./mvnw verify}, against the packaged application; as many as one
 * likes with {@code ./mvnw -Pbenchmark test -Dtest=CrashBenchmark -Dcrash.rounds=50}.
 */
@NullMarked
package dev.sarkhat.crash;

import org.jspecify.annotations.NullMarked;
