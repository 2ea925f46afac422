/** Runs in a child process: pictures of figures. */
import { pictureOf } from "./picture.js";
import { serveOrders } from "./processes.js";
import { plotlyWindow } from "./svg.js";

serveOrders(pictureOf);
plotlyWindow();
