package dev.sarkhat.article;

import dev.sarkhat.tag.Tag;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** That an article is about something. The row's dates are kept by the database. */
@Entity
@Table(name = "article_tag")
// The columns that only queries read are written here.
@SuppressWarnings("UnusedVariable")
@IdClass(ArticleTag.Key.class)
class ArticleTag {

  @Id
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "article_id")
  private Article article;

  @Id
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "tag_id")
  private Tag tag;

  private int position;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected ArticleTag() {}

  ArticleTag(Article article, Tag tag) {
    this.article = article;
    this.tag = tag;
  }

  /** The rows that say these tags in this order: of those that are there, and new ones. */
  static List<ArticleTag> rows(Article article, List<ArticleTag> present, List<Tag> tags) {
    List<ArticleTag> rows = new ArrayList<>();
    for (Tag tag : tags) {
      ArticleTag row =
          present.stream()
              .filter(each -> each.tag.equals(tag))
              .findFirst()
              .orElseGet(() -> new ArticleTag(article, tag));
      row.position = rows.size();
      rows.add(row);
    }
    return rows;
  }

  Article article() {
    return article;
  }

  Tag tag() {
    return tag;
  }

  /** The row's identity, as Jakarta Persistence wants it. */
  record Key(@Nullable Long article, @Nullable Long tag) implements Serializable {}
}
