const e={now:()=>Date.now(),wait:e=>new Promise(t=>setTimeout(t,e))};export{e as t};
