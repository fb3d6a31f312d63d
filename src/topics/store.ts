// The topics of articles in Postgres.

import type { Db } from '../database/database.ts'

/** The topics of an article, best first; what an earlier revision had is replaced. */
export async function setTopics(db: Db, articleId: number, topics: readonly string[]): Promise<void> {
  await db.write`delete from article_topics where article_id = ${articleId}`
  await db.write`
    insert into article_topics (article_id, topic, rank)
    select ${articleId}, topic, rank from unnest(${topics}::text[]) with ordinality as t (topic, rank)`
}
