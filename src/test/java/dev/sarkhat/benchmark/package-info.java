/**
 * The benchmark of reads: how long each public read takes on archives of growing size. It prints
 * what it measures and asserts nothing about time, which depends on the machine.
 */
@NullMarked
package dev.sarkhat.benchmark;

import org.jspecify.annotations.NullMarked;
