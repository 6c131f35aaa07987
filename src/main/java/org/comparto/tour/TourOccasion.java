package org.comparto.tour;

import org.comparto.invitation.Occasion;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tours as hosts are invited for them: whoever opens one may invite, by its key or as who signed in. */
@Component
class TourOccasion implements Occasion {

  private final Tours tours;

  TourOccasion(Tours tours) {
    this.tours = tours;
  }

  @Override
  public String kind() {
    return "tour";
  }

  @Override
  public boolean exists(long id) {
    return tours.find(id).isPresent();
  }

  @Override
  public boolean mayAct(long id, @Nullable String key) {
    try {
      return tours.get(id, key).id() == id;
    } catch (NotFoundException e) {
      return false; // not for them
    }
  }
}
