export{t as runMilestone}from"./run-milestone2.js";
