package dev.sarkhat.ingest;

import dev.sarkhat.http.Cursors;
import dev.sarkhat.http.ListQuery;
import dev.sarkhat.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hibernate.Session;

/** Pages of the imports over HTTP, and of what each has to tell of single lines. */
@ApplicationScoped
class ImportLists {

  private static final String LIST = "imports";

  private final EntityManager entities;
  private final ImportJobs jobs;
  private final Cursors cursors;

  @Inject
  ImportLists(EntityManager entities, ImportJobs jobs, Cursors cursors) {
    this.entities = entities;
    this.jobs = jobs;
    this.cursors = cursors;
  }

  /** One page of all imports, the latest first. */
  @Transactional
  Page<ImportView> page(ListQuery query) {
    List<String> after = cursors.keys(LIST, query.cursor());
    List<ImportJob> rows =
        entities
            .createQuery(
                "from ImportJob j where j.id < :before order by j.id desc", ImportJob.class)
            .setParameter("before", after == null ? Long.MAX_VALUE : Long.parseLong(after.get(0)))
            .setMaxResults(query.limit() + 1)
            .getResultList();
    return Page.cut(rows, query.limit(), last -> cursors.after(LIST, String.valueOf(last.id())))
        .map(ImportView::of);
  }

  /** One page of what an import refused, in the order of the lines. */
  @Transactional
  Page<RefusalView> refusals(long id, ListQuery query) {
    jobs.get(id);
    String list = "imports/" + id + "/report";
    List<String> after = cursors.keys(list, query.cursor());
    List<Object[]> rows =
        entities
            .unwrap(Session.class)
            .createNativeQuery(
                """
                select line, place, external_id, pointer, reason from import_refusal
                where job_id = :job and (line, place) > (:line, :place)
                order by line, place limit :rows
                """,
                Object[].class)
            .setParameter("job", id)
            .setParameter("line", after == null ? -1L : Long.parseLong(after.get(0)))
            .setParameter("place", after == null ? 0 : Integer.parseInt(after.get(1)))
            .setParameter("rows", query.limit() + 1)
            .getResultList();
    return Page.cut(
            rows,
            query.limit(),
            last -> cursors.after(list, String.valueOf(last[0]), String.valueOf(last[1])))
        .map(RefusalView::of);
  }

  /** One page of what an import found spelled wrongly, in the order of the lines. */
  @Transactional
  Page<SpellingNote> spellings(long id, ListQuery query) {
    jobs.get(id);
    String list = "imports/" + id + "/spelling";
    List<String> after = cursors.keys(list, query.cursor());
    List<Object[]> rows =
        entities
            .unwrap(Session.class)
            .createNativeQuery(
                """
                select line, external_id, article_id, pointer, begins, ends, original, replacement,
                       rule, confidence, applied, place
                from import_spelling
                where job_id = :job and (line, place) > (:line, :place)
                order by line, place limit :rows
                """,
                Object[].class)
            .setParameter("job", id)
            .setParameter("line", after == null ? -1L : Long.parseLong(after.get(0)))
            .setParameter("place", after == null ? 0 : Integer.parseInt(after.get(1)))
            .setParameter("rows", query.limit() + 1)
            .getResultList();
    return Page.cut(
            rows,
            query.limit(),
            last -> cursors.after(list, String.valueOf(last[0]), String.valueOf(last[11])))
        .map(SpellingNote::of);
  }
}
