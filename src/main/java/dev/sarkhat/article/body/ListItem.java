package dev.sarkhat.article.body;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One item of a list.
 *
 * @param blocks what it holds, never empty; most often one paragraph, then perhaps a list
 */
@Schema(description = "One item of a list.", requiredProperties = "blocks")
public record ListItem(
    @Schema(description = "What the item holds: most often one paragraph, then perhaps a list.")
        List<Block> blocks) {

  /** Copies the list, so that an item never changes. */
  public ListItem {
    blocks = List.copyOf(blocks);
  }
}
