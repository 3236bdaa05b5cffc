package dev.sarkhat.article.editing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.article.Article;
import dev.sarkhat.article.ArticleLifecycle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an article stands, as the audit log tells it beside what is written in it. */
final class ArticleState {

  private ArticleState() {}

  static ObjectNode tree(Article article) {
    ArticleLifecycle lifecycle = article.lifecycle();
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("status", lifecycle.status().value());
    put(tree, "publishedAt", lifecycle.publishedAt());
    put(tree, "expireAt", lifecycle.expireAt());
    put(tree, "embargoUntil", article.embargoUntil());
    put(tree, "withdrawnAt", lifecycle.withdrawnAt());
    put(tree, "approvedAt", article.approvedAt());
    if (lifecycle.withdrawnReason() != null) {
      tree.put("withdrawnReason", lifecycle.withdrawnReason());
    }
    return tree;
  }

  private static void put(ObjectNode tree, String name, @Nullable Instant instant) {
    if (instant != null) {
      tree.put(name, instant.toString());
    }
  }
}
