var e=class extends Error{problem;retry;retryAt;constructor(e,t,n=null){super(`${e.code}: ${e.message}`),this.name=`GitHubFault`,this.problem=e,this.retry=t,this.retryAt=n}};export{e as t};
