package dev.sarkhat.ingest;

import dev.sarkhat.menu.MenuContent;

/** A whole menu. */
record MenuLine(MenuContent menu) implements ImportLine {}
