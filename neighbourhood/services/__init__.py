"""Writes of phase 3 that are more than one row.

* `snapshots.request_snapshot`, `snapshots.make_snapshot`: figures, charts and context of one day.
* `weights.weigh_themes`: how many conversations carry each theme, in rounded words.
* `pictures.current_picture`, `pictures.publish_picture`: versions of the picture.
* `composing.poster_content`: what the poster says, good by default and overridden by the leader.
* `documents.request_documents`, `documents.build_documents`: poster and report as files.
"""
