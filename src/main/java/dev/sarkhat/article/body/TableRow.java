package dev.sarkhat.article.body;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One row of a table.
 *
 * @param cells the cells that begin in it, never empty
 */
@Schema(description = "One row of a table.", requiredProperties = "cells")
public record TableRow(
    @Schema(description = "The cells that begin in this row.") List<TableCell> cells) {

  /** Copies the list, so that a row never changes. */
  public TableRow {
    cells = List.copyOf(cells);
  }
}
