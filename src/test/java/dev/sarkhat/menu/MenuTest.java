package dev.sarkhat.menu;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.SqlLog;
import dev.sarkhat.section.Section;
import dev.sarkhat.tag.Tag;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MenuTest extends ApiTest {

  @Inject MenuRepository menus;
  @Inject @PersistenceUnitExtension SqlLog log;

  @Test
  void showsItsLinksInOrder() {
    Section section = newsroom.section();
    Tag tag = newsroom.tag();
    String slug = Newsroom.unique("menu");
    put(
        slug,
        link(
            "بخش",
            new MenuTarget.Section(section.slug()),
            link("برچسب", new MenuTarget.Tag(tag.slug()))),
        link("درباره", new MenuTarget.Path("/about")),
        link("بیرون", new MenuTarget.Url("https://example.org/")));
    get("/v1/menus/" + slug)
        .statusCode(200)
        .body("dir", equalTo("rtl"))
        .body("items.label", equalTo(List.of("بخش", "درباره", "بیرون")))
        .body("items.kind", equalTo(List.of("section", "path", "url")))
        .body("items.href", equalTo(List.of(section.path(), "/about", "https://example.org/")))
        .body("items[0].section.slug", equalTo(section.slug()))
        .body("items[0].items[0].tag.slug", equalTo(tag.slug()))
        .body("items[0].items[0].href", equalTo("/tags/" + tag.slug()))
        .body("items[1].items", empty());
    get("/v1/menus?fields=slug").body("data.slug", hasItem(slug));
    get("/v1/menus/" + slug + "?fields=slug,items")
        .body("keySet()", equalTo(Set.of("slug", "items")));
    // The menus, their links, and, where some lead to unlisted things, which readers do not find.
    int statements = log.during(() -> get("/v1/menus").statusCode(200)).size();
    assertTrue(statements >= 2 && statements <= 4, () -> statements + " statements");
  }

  @Test
  void isReplacedAsAWhole() {
    String slug = Newsroom.unique("menu");
    put(slug, link("یک", new MenuTarget.Path("/one")), link("دو", new MenuTarget.Path("/two")));
    put(slug, link("سه", new MenuTarget.Path("/three")));
    get("/v1/menus/" + slug).body("items.label", equalTo(List.of("سه")));
  }

  @ParameterizedTest
  @CsvSource({
    "section, no-such-section, /items/0/section",
    "tag, no-such-tag, /items/0/tag",
    "path, //evil.example.org, /items/0/path",
    "url, javascript:alert(1), /items/0/url"
  })
  void refusesATargetThatLeadsNowhereOrAstray(String kind, String value, String pointer) {
    String slug = Newsroom.unique("menu");
    put(slug, link("مانده", new MenuTarget.Path("/kept")));
    MenuTarget target =
        switch (kind) {
          case "section" -> new MenuTarget.Section(value);
          case "tag" -> new MenuTarget.Tag(value);
          case "path" -> new MenuTarget.Path(value);
          default -> new MenuTarget.Url(value);
        };
    MenuContentException refused =
        assertThrows(MenuContentException.class, () -> put(slug, link("بد", target)));
    assertEquals(pointer, refused.pointer());
    get("/v1/menus/" + slug).body("items.label", equalTo(List.of("مانده")));
  }

  @Test
  void unknownMenuIsNotFound() {
    assertProblem(get("/v1/menus/no-such-menu"), 404, "not-found");
    assertCulprit("/v1/menus?fields=href", "unknown-field", "fields");
    assertCulprit("/v1/menus?limit=3", "unknown-parameter", "limit");
  }

  private void put(String slug, MenuContent.Item... items) {
    QuarkusTransaction.requiringNew()
        .run(() -> menus.put(new MenuContent(slug, "منو", "fa", 0, List.of(items))));
  }

  private static MenuContent.Item link(String label, MenuTarget target, MenuContent.Item... items) {
    return new MenuContent.Item(label, target, List.of(items));
  }
}
