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

  Article article() {
    return article;
  }

  Tag tag() {
    return tag;
  }

  void moveTo(int position) {
    this.position = position;
  }

  /** The row's identity, as Jakarta Persistence wants it. */
  record Key(@Nullable Long article, @Nullable Long tag) implements Serializable {}
}
