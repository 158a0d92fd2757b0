import {
  changeNameRequest,
  changePasswordRequest,
  deleteAccountRequest,
  doneReply,
  keySetReply,
  passwordResetRequest,
  person,
  personReply,
  resetPasswordRequest,
  sessionReply,
  signInRequest,
  signUpRequest,
  tokenReply,
} from '@onhand/contract/accounts'
import { cappedLine, cart, cartMergeReply, cartRequest } from '@onhand/contract/cart'
import {
  adminProduct,
  adminProductPage,
  adminProductReply,
  categoriesReply,
  category,
  newProduct,
  product,
  productChange,
  productPage,
  productReply,
} from '@onhand/contract/catalog'
import { checkoutItem, checkoutRequest, contact, shortage } from '@onhand/contract/checkout'
import { fieldError, problem } from '@onhand/contract/errors'
import {
  adminOrder,
  adminOrderPage,
  adminOrderReply,
  cancellationReply,
  claimRequest,
  order,
  orderItem,
  orderPage,
  orderReply,
} from '@onhand/contract/orders'
import { catalogChange, stockChanges, stockLevel, stockSnapshot } from '@onhand/contract/stock-events'
import {
  stockCount,
  stockDelta,
  stockMovement,
  stockMovementPage,
  stockMovementReply,
} from '@onhand/contract/stock-movements'
import * as z from 'zod/mini'

const names = {
  AdminOrder: adminOrder,
  AdminOrderPage: adminOrderPage,
  AdminOrderReply: adminOrderReply,
  AdminProduct: adminProduct,
  AdminProductPage: adminProductPage,
  AdminProductReply: adminProductReply,
  CappedLine: cappedLine,
  Cart: cart,
  CartMergeReply: cartMergeReply,
  CancellationReply: cancellationReply,
  CartRequest: cartRequest,
  CatalogChange: catalogChange,
  ChangeNameRequest: changeNameRequest,
  ChangePasswordRequest: changePasswordRequest,
  DeleteAccountRequest: deleteAccountRequest,
  DoneReply: doneReply,
  KeySetReply: keySetReply,
  PasswordResetRequest: passwordResetRequest,
  Person: person,
  PersonReply: personReply,
  ResetPasswordRequest: resetPasswordRequest,
  SessionReply: sessionReply,
  SignInRequest: signInRequest,
  SignUpRequest: signUpRequest,
  TokenReply: tokenReply,
  CategoriesReply: categoriesReply,
  Category: category,
  CheckoutItem: checkoutItem,
  ClaimRequest: claimRequest,
  CheckoutRequest: checkoutRequest,
  Contact: contact,
  FieldError: fieldError,
  NewProduct: newProduct,
  Order: order,
  OrderItem: orderItem,
  OrderPage: orderPage,
  OrderReply: orderReply,
  Problem: problem,
  Product: product,
  ProductChange: productChange,
  ProductPage: productPage,
  ProductReply: productReply,
  Shortage: shortage,
  StockChanges: stockChanges,
  StockCount: stockCount,
  StockDelta: stockDelta,
  StockLevel: stockLevel,
  StockMovement: stockMovement,
  StockMovementPage: stockMovementPage,
  StockMovementReply: stockMovementReply,
  StockSnapshot: stockSnapshot,
}

export type SchemaName = keyof typeof names

/** A reference to a schema of the document. */
export function schemaRef(name: SchemaName): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` }
}

/** The contract's schemas as JSON Schema, for `components.schemas`. */
export function componentSchemas(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(names)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: (id) => schemaRef(id as SchemaName).$ref })
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutHeading(schema)]))
}

function withoutHeading({ $schema: _schema, $id: _id, ...schema }: z.core.JSONSchema.BaseSchema): unknown {
  return schema
}
