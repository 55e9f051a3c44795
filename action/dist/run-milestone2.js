export{t as runMilestone}from"./run-milestone.js";
