function e({message:e,found:t,expected:n,fix:r}){return[e,...[t&&`Found: ${t}.`,n&&`Expected: ${n}.`].filter(Boolean),r].join(` `)}export{e as t};
