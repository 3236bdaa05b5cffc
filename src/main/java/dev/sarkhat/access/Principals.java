package dev.sarkhat.access;

import dev.sarkhat.http.Cursors;
import dev.sarkhat.paging.Page;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Those who may come. */
@ApplicationScoped
class Principals implements PanacheRepository<StoredPrincipal> {

  private static final String LIST = "principals";

  private final Cursors cursors;

  @Inject
  Principals(Cursors cursors) {
    this.cursors = cursors;
  }

  /** One page of them, those who were made first in front. */
  Page<StoredPrincipal> page(int limit, @Nullable String cursor) {
    List<String> after = cursors.keys(LIST, cursor);
    List<StoredPrincipal> rows =
        find("id > ?1 order by id", after == null ? Long.MIN_VALUE : Long.parseLong(after.get(0)))
            .page(0, limit + 1)
            .list();
    return Page.cut(rows, limit, last -> cursors.after(LIST, Long.toString(last.id())));
  }

  /** The one with the number; whoever changes them meanwhile waits for the transaction's end. */
  Optional<StoredPrincipal> findForChange(long id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The person whom an OpenID Connect provider knows. */
  Optional<StoredPrincipal> findPerson(String issuer, String subject) {
    return find("issuer = ?1 and subject = ?2", issuer, subject).firstResultOptional();
  }
}
