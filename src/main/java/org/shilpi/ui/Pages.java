package org.shilpi.ui;

import java.util.EnumMap;
import java.util.Map;
import org.shilpi.ui.basemodel.BaseModelView;
import org.shilpi.ui.basemodel.BaseModelViewModel;
import org.shilpi.ui.data.DataView;
import org.shilpi.ui.data.DataViewModel;
import org.shilpi.ui.evaluate.EvaluateView;
import org.shilpi.ui.evaluate.EvaluateViewModel;
import org.shilpi.ui.home.HomeView;
import org.shilpi.ui.home.HomeViewModel;
import org.shilpi.ui.label.LabelView;
import org.shilpi.ui.label.LabelViewModel;
import org.shilpi.ui.shell.MachineWatch;
import org.shilpi.ui.shell.Page;
import org.shilpi.ui.shell.Place;
import org.shilpi.ui.shell.Workspace;
import org.shilpi.ui.train.TrainView;
import org.shilpi.ui.train.TrainViewModel;

/// Every page of the window, with its view model. A place without a page does not show on the rail.
final class Pages {
  private Pages() {}

  static Map<Place, Page.Maker> all(Workspace workspace, MachineWatch machine) {
    Map<Place, Page.Maker> pages = new EnumMap<>(Place.class);
    HomeViewModel home = new HomeViewModel(workspace, machine);
    pages.put(Place.HOME, (words, over) -> new HomeView(home, words, over));
    BaseModelViewModel models = new BaseModelViewModel(workspace, machine);
    pages.put(Place.BASE_MODEL, (words, over) -> new BaseModelView(models, words));
    LabelViewModel label = new LabelViewModel(workspace);
    pages.put(Place.LABEL, (words, over) -> new LabelView(label, words, over));
    TrainViewModel train = new TrainViewModel(workspace, machine);
    pages.put(Place.TRAIN, (words, over) -> new TrainView(train, words));
    EvaluateViewModel evaluate = new EvaluateViewModel(workspace);
    pages.put(Place.EVALUATE, (words, over) -> new EvaluateView(evaluate, words));
    DataViewModel data = new DataViewModel(workspace);
    pages.put(Place.DATA, (words, over) -> new DataView(data, words));
    return pages;
  }
}
