package org.comparto.account;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What an account may do now: its role's scopes and layers, narrowed by its own layers and by the token shown. */
@Component
class Rights {

  private final AccountProperties settings;
  private final ObjectProvider<LayerNames> names;

  /** @param names asked late: the catalogue of layers is read from the database */
  Rights(AccountProperties settings, ObjectProvider<LayerNames> names) {
    this.settings = settings;
    this.names = names;
  }

  CurrentAccount inPerson(Account account) {
    return inPerson(account, false);
  }

  /**
   * Who must have a second factor and has none may nothing but enrol: no scope at all.
   *
   * @param provenElsewhere whether another house has asked for a second factor
   */
  CurrentAccount inPerson(Account account, boolean provenElsewhere) {
    boolean hasToEnrol = settings.demandsSecondFactor(account.role()) && !account.hasSecondFactor() && !provenElsewhere;
    return current(account, hasToEnrol ? Set.of() : account.role().scopes(), true);
  }

  CurrentAccount byToken(Account account, Set<Scope> tokenScopes) {
    Set<Scope> allowed = EnumSet.copyOf(account.role().scopes());
    allowed.retainAll(tokenScopes);
    return current(account, Set.copyOf(allowed), false);
  }

  /** @throws InvalidInputException naming a layer that is none */
  void checkLayers(Set<String> wanted) {
    Set<String> known = names.getObject().all();
    wanted.stream().filter(name -> !name.equals(AccountProperties.THEMATIC) && !known.contains(name)).findFirst().ifPresent(name -> {
      throw new InvalidInputException("layers", "There is no layer \"" + name + "\"; /api/layers lists those there are, and "
          + AccountProperties.THEMATIC + " stands for all that loads have made.");
    });
  }

  private CurrentAccount current(Account account, Set<Scope> scopes, boolean inPerson) {
    return new CurrentAccount(account.id(), account.username(), account.displayName(), account.role(), account.territory(), account.municipality(),
        expand(account.layers() == null ? settings.layersOf(account.role()) : account.layers()), scopes, inPerson, account.mustChangePassword());
  }

  /** @return null for all layers */
  private @Nullable Set<String> expand(@Nullable Set<String> layers) {
    if (layers == null || !layers.contains(AccountProperties.THEMATIC)) {
      return layers;
    }
    Set<String> expanded = new LinkedHashSet<>(layers);
    expanded.remove(AccountProperties.THEMATIC);
    expanded.addAll(names.getObject().thematic());
    return Set.copyOf(expanded);
  }
}
