// The desk's script: what is on the page is readable without it; deciding needs it.
import { begin as beginFeatures } from "./features.js";
import { begin as beginForms } from "./forms.js";
import { begin as beginJudging, undo } from "./judge.js";
import { listen } from "./keys.js";
import { begin as beginPicking } from "./pick.js";
import { sayWaiting } from "./toast.js";

beginForms();
beginFeatures();
beginPicking();
beginJudging();
listen();
sayWaiting(undo);
