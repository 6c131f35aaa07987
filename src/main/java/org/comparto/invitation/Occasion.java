package org.comparto.invitation;

import org.jspecify.annotations.Nullable;

/** A kind of thing that hosts are invited for, such as tours; the module that keeps these makes a bean of it. */
public interface Occasion {

  /** The word before the colon in {@code tour:12}. */
  String kind();

  /** Whether there is one, for whoever asks in this request. */
  boolean exists(long id);

  /** Whether whoever asks may act for it: by the key shown, or as who signed in. The desk may in any case and is not asked about here. */
  boolean mayAct(long id, @Nullable String key);
}
