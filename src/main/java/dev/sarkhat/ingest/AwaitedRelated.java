package dev.sarkhat.ingest;

import dev.sarkhat.database.LongTransaction;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.Session;

/** The related articles that senders named, joined as soon as they are there. */
@ApplicationScoped
class AwaitedRelated {

  private static final int ROWS = 1_000;

  private final Session session;

  @Inject
  AwaitedRelated(Session session) {
    this.session = session;
  }

  /**
   * Joins those that have arrived: the articles with that number at the same source.
   *
   * @param ledger hears of them in the transactions that join them
   * @return how many there were
   */
  long join(ImportLedger ledger) {
    long joined = 0;
    int some;
    do {
      some = QuarkusTransaction.requiringNew().call(() -> joinSome(ledger));
      joined += some;
    } while (some > 0);
    return joined;
  }

  /** How many are still awaited, of this import or of earlier ones. */
  long count() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                session
                    .createNativeQuery("select count(*) from awaited_related", Long.class)
                    .getSingleResult());
  }

  /** Who awaits whom, the first of them, in English words. */
  List<String> some(int most) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                session
                    .createNativeQuery(
                        """
                        select coalesce(a.external_id, cast(a.id as text)), coalesce(w.external_id, cast(w.related_id as text))
                        from awaited_related w join article a on a.id = w.article_id
                        order by w.article_id desc, w.position limit :rows
                        """,
                        Object[].class)
                    .setParameter("rows", most)
                    .getResultList())
        .stream()
        .map(row -> "related article " + row[1] + ", named by " + row[0] + ", has not arrived")
        .toList();
  }

  private int joinSome(ImportLedger ledger) {
    session.doWork(LongTransaction::allow);
    int joined =
        session
            .createNativeMutationQuery(
                """
                        with arrived as (
                          (select w.article_id, w.position, t.id as related_id
                           from awaited_related w
                           join article a on a.id = w.article_id
                           join article t on t.external_id = w.external_id
                             and t.source_id is not distinct from a.source_id and t.id <> a.id
                           limit :rows)
                          union all
                          (select w.article_id, w.position, t.id as related_id
                           from awaited_related w
                           join article t on t.id = w.related_id and t.id <> w.article_id
                           limit :rows)
                          limit :rows
                        ), gone as (
                          delete from awaited_related w using arrived
                          where w.article_id = arrived.article_id and w.position = arrived.position
                        )
                        insert into article_related (article_id, position, related_id)
                        select article_id, position, related_id from arrived
                        on conflict (article_id, position) do update set related_id = excluded.related_id
                        """)
            .setParameter("rows", ROWS)
            .executeUpdate();
    if (joined > 0) {
      ledger.joined(joined);
    }
    return joined;
  }
}
