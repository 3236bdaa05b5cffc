/**
 * Benchmarks. They print what they measure and keep it below {@code target/benchmark}; the machine
 * decides how long things take, so none asserts that. Each is run by a command of its own, {@code
 * ./mvnw -Pbenchmark test -Dtest=NAME}:
 *
 * <table>
 *   <caption>Benchmarks</caption>
 *   <tr><th>name</th><th>measures</th><th>minutes</th></tr>
 *   <tr><td>{@link dev.sarkhat.benchmark.ReadBenchmark}</td><td>each public read on archives of
 *     growing size, without the cache</td><td>3</td></tr>
 *   <tr><td>{@link dev.sarkhat.benchmark.HotReadBenchmark}</td><td>answers from the cache beside a
 *     bare Vert.x server and nginx</td><td>8</td></tr>
 *   <tr><td>{@link dev.sarkhat.benchmark.ColdReadBenchmark}</td><td>the processor time of answers
 *     that are rendered</td><td>4</td></tr>
 *   <tr><td>{@link dev.sarkhat.benchmark.StampedeBenchmark}</td><td>500 clients at once on an
 *     address that nobody asked for before</td><td>1</td></tr>
 *   <tr><td>{@link dev.sarkhat.benchmark.StaleReadBenchmark}</td><td>reads that race with writes, on
 *     one process and on two; 10 million reads with {@code -Dbenchmark.reads=10000000}</td>
 *     <td>3</td></tr>
 *   <tr><td>{@link dev.sarkhat.benchmark.HitRatioBenchmark}</td><td>hits and latencies of a portal's
 *     addresses with a write each second</td><td>3</td></tr>
 * </table>
 *
 * <p>All but the first and the race start the packaged application in a process of its own, on the
 * first processor; the load generator has the second. The settings are system properties, {@code
 * -Dbenchmark.…}; the classes say which. HdrHistogram comes with Micrometer.
 */
@NullMarked
package dev.sarkhat.benchmark;

import org.jspecify.annotations.NullMarked;
