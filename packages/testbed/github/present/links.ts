import type { Repository, User } from "../world.ts";

/** The addresses of things: the API at the root of the server, pages under `owner/name`. */
export class Links {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  user(user: User): string {
    return `${this.root}/users/${encodeURIComponent(user.login)}`;
  }

  app(slug: string): string {
    return `${this.root}/apps/${encodeURIComponent(slug)}`;
  }

  api(repository: Repository, rest = ""): string {
    return `${this.root}/repos/${repository.owner}/${repository.name}${rest}`;
  }

  web(repository: Repository, rest = ""): string {
    return `${this.root}/${repository.owner}/${repository.name}${rest}`;
  }
}
