function e({author:e,authorId:t},...n){return n.some(({login:n,id:r})=>r===null?e.toLowerCase()===n.toLowerCase():t===r)}function t(e,t){return[e,...t.map(e=>({login:e,id:null}))]}export{e as n,t};
