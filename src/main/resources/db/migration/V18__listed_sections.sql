-- Whether readers find a section of which no public article is. What an editor makes is listed; what
-- an import makes of an article's words is not, for the article may be a draft. Sections that are
-- there have been found by readers until now, and stay so.
alter table section add column listed boolean not null default true;
