/**
 * The embedded PostgreSQL: started as a child process where no other server is named, kept alive
 * while the application runs, stopped after the application's connections are closed.
 *
 * <p>There is one database engine, in development, in tests and in production; a machine without
 * Docker, without configuration and without an ordinary user gets the same one. Only the address
 * leaves this package, as the configuration values of {@link
 * dev.sarkhat.database.EmbeddedPostgresConfigSourceFactory}.
 */
@NullMarked
package dev.sarkhat.database;

import org.jspecify.annotations.NullMarked;
