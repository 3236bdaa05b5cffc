/** Sarkhat, a headless content API for news portals: how it starts, and the clock it runs by. */
@NullMarked
package dev.sarkhat;

import org.jspecify.annotations.NullMarked;
