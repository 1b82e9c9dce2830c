import { Component, type FunctionComponent } from 'preact';

/** The component, drawn again only when one of its properties is another one. For rows of long lists. */
export function memo<Props extends object>(Inner: FunctionComponent<Props>) {
  return class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      const names = Object.keys({ ...this.props, ...next }) as (keyof Props)[];
      return names.some((name) => this.props[name] !== next[name]);
    }

    override render() {
      return <Inner {...this.props} />;
    }
  };
}
