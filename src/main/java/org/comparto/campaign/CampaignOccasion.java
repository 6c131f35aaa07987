package org.comparto.campaign;

import org.comparto.account.CurrentAccount;
import org.comparto.account.Scope;
import org.comparto.invitation.Occasion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Campaigns as hosts are invited for them: by who may see the campaign. There are no keys of campaigns. */
@Component
class CampaignOccasion implements Occasion {

  private final Campaigns campaigns;

  CampaignOccasion(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  @Override
  public String kind() {
    return "campaign";
  }

  @Override
  public boolean exists(long id) {
    return CurrentAccount.find().filter(account -> account.may(Scope.PROPOSE))
        .flatMap(account -> campaigns.find(id).filter(one -> account.territory() == null || account.territory().equals(one.territory()))).isPresent();
  }

  @Override
  public boolean mayAct(long id, @Nullable String key) {
    return false;
  }
}
