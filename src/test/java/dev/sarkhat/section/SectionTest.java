package dev.sarkhat.section;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.sarkhat.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SectionTest extends ApiTest {

  @Test
  void treeNestsChildrenUnderTheirParents() {
    Section root = newsroom.section();
    Section child = newsroom.section(root);
    Section grandchild = newsroom.section(child);
    String node = "data.find { it.slug == '" + root.slug() + "' }";
    get("/v1/sections")
        .statusCode(200)
        .body(node + ".children.slug", equalTo(List.of(child.slug())))
        .body(node + ".children[0].children.slug", equalTo(List.of(grandchild.slug())))
        .body(node + ".children[0].path", equalTo("/" + root.slug() + "/" + child.slug()))
        .body(node + ".dir", equalTo("rtl"))
        .body("data.slug", not(hasItem(child.slug())));
  }

  @Test
  void oneSectionTellsItsPlace() {
    Section root = newsroom.section();
    Section child = newsroom.section(root);
    Section grandchild = newsroom.section(child);
    get("/v1/sections/" + child.slug())
        .statusCode(200)
        .body("parent.slug", equalTo(root.slug()))
        .body("ancestors.slug", equalTo(List.of(root.slug())))
        .body("children.slug", equalTo(List.of(grandchild.slug())))
        .body("", not(hasKey("articleCount")));
    get("/v1/sections/" + root.slug()).body("", not(hasKey("parent")));
  }

  @Test
  void countsThePublicArticlesOfTheSubtree() {
    Section root = newsroom.section();
    Section child = newsroom.section(root);
    newsroom.article(child).store();
    newsroom.article(root).store();
    get("/v1/sections/" + root.slug() + "?include=articleCount").body("articleCount", equalTo(2));
    get("/v1/sections?include=articleCount&fields=slug,articleCount")
        .body("data.find { it.slug == '" + root.slug() + "' }.articleCount", equalTo(2));
  }
}
