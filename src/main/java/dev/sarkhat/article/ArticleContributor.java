package dev.sarkhat.article;

import dev.sarkhat.contributor.Contributor;
import dev.sarkhat.contributor.ContributorRole;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody did for an article. The row's dates are kept by the database. */
@Entity
@Table(name = "article_contributor")
// The columns that only queries read are written here.
@SuppressWarnings("UnusedVariable")
@IdClass(ArticleContributor.Key.class)
class ArticleContributor {

  @Id
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "article_id")
  private Article article;

  @Id
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "contributor_id")
  private Contributor contributor;

  @Enumerated(EnumType.STRING)
  private ContributorRole role;

  private int position;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected ArticleContributor() {}

  @SuppressWarnings("NullAway.Init")
  ArticleContributor(Article article, Contributor contributor) {
    this.article = article;
    this.contributor = contributor;
  }

  /** The rows that name these people in this order: of those that are there, and new ones. */
  static List<ArticleContributor> rows(
      Article article,
      List<ArticleContributor> present,
      Map<Contributor, ContributorRole> contributors) {
    List<ArticleContributor> rows = new ArrayList<>();
    contributors.forEach(
        (contributor, role) -> {
          ArticleContributor row =
              present.stream()
                  .filter(each -> each.contributor.equals(contributor))
                  .findFirst()
                  .orElseGet(() -> new ArticleContributor(article, contributor));
          row.role = role;
          row.position = rows.size();
          rows.add(row);
        });
    return rows;
  }

  Article article() {
    return article;
  }

  ContributorRole role() {
    return role;
  }

  Contributor contributor() {
    return contributor;
  }

  /** The row's identity, as Jakarta Persistence wants it. */
  record Key(@Nullable Long article, @Nullable Long contributor) implements Serializable {}
}
