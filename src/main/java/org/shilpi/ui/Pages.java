package org.shilpi.ui;

import java.util.EnumMap;
import java.util.Map;
import org.shilpi.ui.basemodel.BaseModelView;
import org.shilpi.ui.basemodel.BaseModelViewModel;
import org.shilpi.ui.home.HomeView;
import org.shilpi.ui.home.HomeViewModel;
import org.shilpi.ui.shell.MachineWatch;
import org.shilpi.ui.shell.Page;
import org.shilpi.ui.shell.Place;
import org.shilpi.ui.shell.Workspace;

/// Every page of the window, with its view model. A place without a page does not show on the rail.
final class Pages {
  private Pages() {}

  static Map<Place, Page.Maker> all(Workspace workspace, MachineWatch machine) {
    Map<Place, Page.Maker> pages = new EnumMap<>(Place.class);
    HomeViewModel home = new HomeViewModel(workspace, machine);
    pages.put(Place.HOME, (words, over) -> new HomeView(home, words, over));
    BaseModelViewModel models = new BaseModelViewModel(workspace, machine);
    pages.put(Place.BASE_MODEL, (words, over) -> new BaseModelView(models, words));
    return pages;
  }
}
