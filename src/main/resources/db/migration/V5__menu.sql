-- Menus: the portal's navigation. A menu is always replaced whole.

create sequence menu_seq increment by 50;
create table menu (
  id       bigint primary key,
  slug     text not null constraint menu_slug_unique unique,
  title    text not null,
  lang     text not null,
  position integer not null
);

create sequence menu_item_seq increment by 50;
create table menu_item (
  id         bigint primary key,
  menu_id    bigint not null references menu on delete cascade,
  -- The link it stands under; null for the links of the first level.
  parent_id  bigint references menu_item on delete cascade,
  -- Its place among its siblings, from 0.
  position   integer not null,
  label      text not null,
  section_id bigint references section,
  tag_id     bigint references tag,
  path       text,
  url        text,
  constraint menu_item_has_one_target check (num_nonnulls(section_id, tag_id, path, url) = 1),
  constraint menu_item_not_its_own_parent check (parent_id <> id),
  -- Browsers take // and /\ for another host.
  constraint menu_item_path_is_of_this_site check (path ~ '^/(?![/\\])'),
  -- A link is shown to every reader: nothing that a browser would run.
  constraint menu_item_url_is_of_the_web check (url ~* '^https?://')
);
create index menu_item_menu on menu_item (menu_id, position);
create index menu_item_parent on menu_item (parent_id) where parent_id is not null;
create index menu_item_section on menu_item (section_id) where section_id is not null;
create index menu_item_tag on menu_item (tag_id) where tag_id is not null;
